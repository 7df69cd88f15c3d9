@echo off
rem Starts patroni-lint with the java of JAVA_HOME, or else with the one on the PATH.
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 %PATRONI_LINT_JAVA_OPTS% -cp "%~dp0..\lib\*" io.patronilint.cli.Main %*
exit /b %ERRORLEVEL%
